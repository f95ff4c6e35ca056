# Tekster til modtagere. Reglerne i common.ftl gælder her.
