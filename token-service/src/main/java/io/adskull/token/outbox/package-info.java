/// Events written in the transaction they tell of, then published.
@NullMarked
package io.adskull.token.outbox;

import org.jspecify.annotations.NullMarked;
