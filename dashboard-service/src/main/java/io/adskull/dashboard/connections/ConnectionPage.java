package io.adskull.dashboard.connections;

/// What the page of one connection shows: a page of its history is in the card.
///
/// @param address of this page
/// @param older address of what came before; empty where nothing did
public record ConnectionPage(ConnectionCard card, String address, String older) {}
