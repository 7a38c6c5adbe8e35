/// The dashboard's tables read again from the topics.
@NullMarked
package io.adskull.local.rebuild;

import org.jspecify.annotations.NullMarked;
