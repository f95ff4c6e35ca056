"""Programmes are files: presets that come along, and what an organisation changes in them."""

from bot.programmes.loading import ProgrammeProblems, load, load_all, preset_names

__all__ = ["ProgrammeProblems", "load", "load_all", "preset_names"]
