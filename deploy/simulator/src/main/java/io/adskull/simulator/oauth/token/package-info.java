/// The token and revocation endpoints.
@NullMarked
package io.adskull.simulator.oauth.token;

import org.jspecify.annotations.NullMarked;
