/// Codes and tokens: what they stand for, and what they are worth at this moment.
@NullMarked
package io.adskull.simulator.oauth.grant;

import org.jspecify.annotations.NullMarked;
