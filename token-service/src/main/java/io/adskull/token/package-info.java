/// Connects accounts by OAuth, keeps their tokens encrypted and fresh, hands out access tokens.
@NullMarked
package io.adskull.token;

import org.jspecify.annotations.NullMarked;
