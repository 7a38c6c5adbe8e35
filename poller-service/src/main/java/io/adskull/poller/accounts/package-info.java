/// Which accounts are ours: those of the partitions of `accounts` that this replica holds.
@NullMarked
package io.adskull.poller.accounts;

import org.jspecify.annotations.NullMarked;
