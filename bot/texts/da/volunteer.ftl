# Tekster til frivillige. Reglerne i common.ftl gælder her.
