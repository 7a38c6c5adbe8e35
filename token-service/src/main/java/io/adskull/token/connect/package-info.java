/// From a person's click to a stored connection: consent, callback, exchange.
@NullMarked
package io.adskull.token.connect;

import org.jspecify.annotations.NullMarked;
