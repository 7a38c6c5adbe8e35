/// When each probe of each account is due. Pure, but for the few classes that stand at the edge.
@NullMarked
package io.adskull.poller.schedule;

import org.jspecify.annotations.NullMarked;
