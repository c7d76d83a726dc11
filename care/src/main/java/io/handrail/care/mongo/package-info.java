/**
 * The only package that knows documents: codecs, stores, encryption, the embedded server.
 *
 * <p>One road: a shelf turns a value into JSON ({@link io.handrail.care.mongo.Json}), seals it
 * under its owner's key ({@link io.handrail.care.mongo.Sealer}), and puts it away by key ({@link
 * io.handrail.care.mongo.Documents}). Nothing here asks a question that would need a scan.
 */
package io.handrail.care.mongo;
