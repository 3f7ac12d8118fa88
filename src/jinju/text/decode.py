"""Bytes of unknown encoding -> text."""

from typing import NamedTuple


class Decoded(NamedTuple):
    """Text."""

    text: str


def decode(data: bytes) -> Decoded:
    """Text."""
    return Decoded(data.decode("utf-8-sig"))
