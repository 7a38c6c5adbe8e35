/// What the pages and the API show: accounts, incidents and health of one tenant.
@NullMarked
package io.adskull.dashboard.overview;

import org.jspecify.annotations.NullMarked;
