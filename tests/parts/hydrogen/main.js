// The whole Hydrogen client, from its package. The homeserver is the page's ?hs=.

import downloadSandbox from "hydrogen-view-sdk/download-sandbox.html?url";
import worker from "hydrogen-view-sdk/main.js?url";
import wasm from "@matrix-org/olm/olm.wasm?url";
import wasmBundle from "@matrix-org/olm/olm.js?url";
import legacyBundle from "@matrix-org/olm/olm_legacy.js?url";
import { createNavigation, createRouter, FeatureSet, Platform, RootViewModel } from "hydrogen-view-sdk";
import "hydrogen-view-sdk/assets/theme-element-light.css";

const platform = new Platform({
  container: document.body,
  assetPaths: { downloadSandbox, worker, olm: { wasm, legacyBundle, wasmBundle }, serviceWorker: "sw.js" },
  config: { defaultHomeServer: new URLSearchParams(location.search).get("hs") },
  options: { development: false },
});
await platform.init();
const navigation = createNavigation();
platform.setNavigation(navigation);
const urlRouter = createRouter({ navigation, history: platform.history });
urlRouter.attach();
const features = await FeatureSet.load(platform.settingsStorage);
const root = new RootViewModel({ platform, urlRouter, navigation, features });
await root.load();
platform.createAndMountRootView(root);
