# Tekster til koordinatorer. Reglerne i common.ftl gælder her.
