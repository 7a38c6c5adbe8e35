/// The outbox: what is to be told, kept in PostgreSQL until it is told.
@NullMarked
package io.adskull.notifier.delivery;

import org.jspecify.annotations.NullMarked;
