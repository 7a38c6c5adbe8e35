/// Tokens are renewed before they end, once, whatever number of replicas runs.
@NullMarked
package io.adskull.token.refresh;

import org.jspecify.annotations.NullMarked;
