/// Access tokens: fetched from token-service, held in memory, dropped when credentials change.
@NullMarked
package io.adskull.poller.access;

import org.jspecify.annotations.NullMarked;
