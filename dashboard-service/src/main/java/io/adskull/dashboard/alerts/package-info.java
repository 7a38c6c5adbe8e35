/// The pages on which a tenant says where it hears of what.
@NullMarked
package io.adskull.dashboard.alerts;

import org.jspecify.annotations.NullMarked;
