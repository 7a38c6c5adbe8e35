package io.adskull.contract.ticket;

/// What a ticket's text is worth.
public sealed interface TicketCheck {

    record Valid(ConnectTicket ticket) implements TicketCheck {}

    /// It was ours.
    record Expired(ConnectTicket ticket) implements TicketCheck {}

    /// Nobody who has a key wrote it, or somebody changed it.
    record Forged() implements TicketCheck {}
}
