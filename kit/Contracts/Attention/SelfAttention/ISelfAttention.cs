using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Contracts;

/// <summary>
/// Multi-head self-attention (Vaswani et al. 2017, "Attention Is All You Need", section 3.2), one sequence at a time, without biases,
/// dropout or batch axis. The members stand in the order in which one would build the answer.
/// </summary>
/// <remarks>
/// No member changes the matrices or masks that it is given, and every result is a matrix of its own that later calls leave alone.
/// A <see langword="null"/> argument other than the mask is an <see cref="ArgumentNullException"/>; arguments whose shapes do not fit
/// together are an <see cref="ArgumentException"/> that names the offending parameter. Matrices have at least one row and one column.
/// Only <see cref="Softmax"/> settles what NaN and infinity do; the other members may take their entries to be finite.
/// </remarks>
[Kata("self-attention")]
public interface ISelfAttention
{
    /// <summary>
    /// Softmax of each row on its own: <c>softmax(z)ᵢ = exp(zᵢ) / Σⱼ exp(zⱼ)</c>.
    /// </summary>
    /// <param name="logits">
    /// Logits, <c>rows × columns</c>. Entries of ±10 000 are ordinary; <see cref="double.NegativeInfinity"/> marks an entry that takes
    /// no part.
    /// </param>
    /// <returns>
    /// A new matrix of the same shape whose rows sum to 1. An entry of −∞ becomes exactly 0. A row that is −∞ throughout becomes
    /// a row of zeros. A row that holds NaN or +∞ becomes NaN throughout, beside −∞ too; the other rows are not affected.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="logits"/> is <see langword="null"/>.</exception>
    [return: Dims("rows columns"), Role("softmax")]
    static abstract Matrix<double> Softmax([Dims("rows columns")] Matrix<double> logits);

    /// <summary>
    /// Scaled dot-product attention: <c>softmax(Q·Kᵀ / √d_k) · V</c> (section 3.2.1), where <c>d_k</c> is the length of one query,
    /// that is the axis over which the dot product runs.
    /// </summary>
    /// <param name="queries">Queries, <c>seq_q × d_k</c>.</param>
    /// <param name="keys">Keys, <c>seq_k × d_k</c>; <c>seq_k</c> may differ from <c>seq_q</c> (cross-attention).</param>
    /// <param name="values">Values, <c>seq_k × d_v</c>; <c>d_v</c> may differ from <c>d_k</c>.</param>
    /// <param name="mask">
    /// <c>seq_q × seq_k</c>: <see langword="true"/> at <c>[i, j]</c> means that query <c>i</c> may attend to key <c>j</c>.
    /// Every row is a rule of its own: nothing says that the mask is causal, symmetric or the same for all queries.
    /// <see langword="null"/> means that every query may attend to every key.
    /// </param>
    /// <returns>
    /// Weights and output. A key that a query may not attend to has weight exactly 0 in that row, whatever the scores are (they may lie
    /// below any finite stand-in for −∞); the weights of the keys that are left sum to 1. A query that may attend to no key has weights 0
    /// and output 0, never NaN.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="queries"/>, <paramref name="keys"/> or <paramref name="values"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="keys"/> has another column count than <paramref name="queries"/>, <paramref name="values"/> has another row count
    /// than <paramref name="keys"/>, or <paramref name="mask"/> is not <c>seq_q × seq_k</c>; <see cref="ArgumentException.ParamName"/> is the
    /// parameter named first in each case.
    /// </exception>
    static abstract AttentionResult Attend(
        [Dims("seq_q d_k"), Role("query")] Matrix<double> queries,
        [Dims("seq_k d_k"), Role("key")] Matrix<double> keys,
        [Dims("seq_k d_v"), Role("value")] Matrix<double> values,
        [Dims("seq_q seq_k"), Role("mask")] bool[,]? mask = null);

    /// <summary>
    /// Multi-head self-attention (section 3.2.2): projects <paramref name="x"/> to queries, keys and values, splits each into
    /// <paramref name="heads"/> contiguous blocks of <c>d_model / heads</c> columns (head <c>h</c> owns the columns from
    /// <c>h · d_model / heads</c>), attends in each head on its own, joins the heads' outputs in the same column order and multiplies
    /// by <paramref name="wo"/>.
    /// </summary>
    /// <param name="x">
    /// The sequence, one token a row: <c>seq × d_model</c>. Its width is what the projections and the heads are checked against.
    /// </param>
    /// <param name="wq">Query projection, <c>d_model × d_model</c>: <c>Q = x · wq</c>.</param>
    /// <param name="wk">Key projection, <c>d_model × d_model</c>.</param>
    /// <param name="wv">Value projection, <c>d_model × d_model</c>.</param>
    /// <param name="wo">Output projection, <c>d_model × d_model</c>.</param>
    /// <param name="heads">The number of heads, at least 1; it must divide <c>d_model</c>.</param>
    /// <param name="mask"><c>seq × seq</c>, the same for every head, with the meaning it has in <see cref="Attend"/>.</param>
    /// <returns>
    /// The new sequence, <c>seq × d_model</c>, without residual connection. The row of a token that may attend to nothing is zero.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="x"/> or a projection is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="heads"/> is not positive or does not divide <c>d_model</c>, a projection is not <c>d_model × d_model</c>, or
    /// <paramref name="mask"/> is not <c>seq × seq</c>; <see cref="ArgumentException.ParamName"/> is that parameter.
    /// </exception>
    [return: Dims("seq d_model")]
    static abstract Matrix<double> Forward(
        [Dims("seq d_model")] Matrix<double> x,
        [Dims("d_model d_model"), Role("query")] Matrix<double> wq,
        [Dims("d_model d_model"), Role("key")] Matrix<double> wk,
        [Dims("d_model d_model"), Role("value")] Matrix<double> wv,
        [Dims("d_model d_model"), Role("output")] Matrix<double> wo,
        [Dim("heads")] int heads,
        [Dims("seq seq"), Role("mask")] bool[,]? mask = null);
}
