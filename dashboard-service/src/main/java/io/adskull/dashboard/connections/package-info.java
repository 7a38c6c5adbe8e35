/// What gives AdSkull access: which consents, until when, with which scopes, and what to do where one fails.
@NullMarked
package io.adskull.dashboard.connections;

import org.jspecify.annotations.NullMarked;
