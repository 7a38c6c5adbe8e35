/// What happened to the connections' credentials. Knows no other feature, so that every page may show it.
@NullMarked
package io.adskull.dashboard.credentials;

import org.jspecify.annotations.NullMarked;
