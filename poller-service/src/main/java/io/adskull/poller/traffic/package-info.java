/// What other services of the SaaS were answered counts as evidence: a resource whose calls work needs no probe.
@NullMarked
package io.adskull.poller.traffic;

import org.jspecify.annotations.NullMarked;
