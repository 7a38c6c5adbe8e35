package io.adskull.dashboard.library;

/// What a pasted answer means.
public record ExplainedPage(Head head, Explained answer, PasteBox box) {}
