/// What platforms say of their own incidents, read from the feeds of their status pages.
@NullMarked
package io.adskull.poller.status;

import org.jspecify.annotations.NullMarked;
