# Texts for receivers. The rules of common.ftl hold here.
