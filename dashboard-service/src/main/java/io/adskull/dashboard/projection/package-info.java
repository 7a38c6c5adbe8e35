/// From the topics into the read model: once each, in time's order, whatever is repeated.
@NullMarked
package io.adskull.dashboard.projection;

import org.jspecify.annotations.NullMarked;
