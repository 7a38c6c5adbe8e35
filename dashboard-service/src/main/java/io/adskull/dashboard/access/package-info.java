/// Who asks, for which tenant, with which role. The only place that decides a tenant.
@NullMarked
package io.adskull.dashboard.access;

import org.jspecify.annotations.NullMarked;
