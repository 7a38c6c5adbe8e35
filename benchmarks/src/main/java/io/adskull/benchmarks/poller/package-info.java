/// How fast one real poller asks, what an account costs it, and how punctual it is.
@NullMarked
package io.adskull.benchmarks.poller;

import org.jspecify.annotations.NullMarked;
