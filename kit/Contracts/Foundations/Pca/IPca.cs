using MathNet.Numerics.LinearAlgebra;

namespace KataKit.Contracts;

/// <summary>
/// Principal component analysis, derived step by step (Hotelling 1933; Bishop 2006, "Pattern Recognition and Machine Learning",
/// section 12.1.1): which direction <c>w</c> of length 1 makes the variance <c>wᵀSw</c> largest? With the multiplier <c>λ</c> for the
/// constraint <c>wᵀw = 1</c> the gradient vanishes where <c>S·w = λ·w</c>, and there the variance is <c>λ</c>. The members stand in the
/// order in which one would build the answer. Find the axes by an iteration of your own: a library's eigen or singular value
/// decomposition answers another question.
/// </summary>
/// <remarks>
/// <para>
/// Data have one sample a row and one feature a column, at least one of each. No member changes what it is given, and every result is an
/// object of its own that later calls leave alone. A <see langword="null"/> argument is an <see cref="ArgumentNullException"/>; every other
/// bad argument is an <see cref="ArgumentException"/>, or one derived from it, whose <see cref="ArgumentException.ParamName"/> is the
/// parameter that the member's text blames. Only <see cref="LeadingAxis"/> and <see cref="Fit"/>, which could iterate on NaN for ever,
/// check that entries are finite; the other members may take it as given.
/// </para>
/// <para>
/// <b>How exact.</b> An axis <c>w</c> with variance <c>λ</c> is found when <c>‖S·w − λ·w‖ ≤ 1e-8 · λ₁</c>, where <c>λ₁</c> is the largest
/// variance of <c>S</c>. That is relative, so data in nanometres (variances of 1e-18) must fit as well as data in kilometres. Axes have
/// length 1 and stand at right angles to within 1e-8. All of this is asked for where any two variances are equal or differ by at least
/// 1 % of the larger: power iteration then needs a few thousand steps, and only a limit far above that may cut it short. Every call ends.
/// </para>
/// <para>
/// <b>What is left open.</b> The sign of an axis. Where several variances are equal: which orthonormal axes of their common space come out.
/// </para>
/// </remarks>
[Kata("pca")]
public interface IPca
{
    /// <summary>Moves the origin into the middle of the data: takes each feature's mean off that feature.</summary>
    /// <param name="x">The data, <c>samples × features</c>.</param>
    /// <returns>A new matrix of the same shape, each column of which sums to 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="x"/> is <see langword="null"/>.</exception>
    [return: Dims("samples features"), Role("centred")]
    static abstract Matrix<double> Centre([Dims("samples features")] Matrix<double> x);

    /// <summary>
    /// The sample covariance of the features: <c>S = X̃ᵀ·X̃ / (samples − 1)</c>, where <c>X̃</c> is the centred data (Bessel's correction).
    /// </summary>
    /// <param name="x">
    /// The data, not centred, <c>samples × features</c>. They may lie far from the origin: at an offset of 1e6 with a spread of order 1 the
    /// covariance keeps seven digits (Chan, Golub &amp; LeVeque 1983: two passes, not <c>E[x²] − E[x]²</c>).
    /// </param>
    /// <returns>A symmetric matrix, <c>features × features</c>, with the variances of the features on its diagonal.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="x"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="x"/> has fewer than two rows: one sample says nothing about spread.</exception>
    [return: Dims("features features"), Role("covariance")]
    static abstract Matrix<double> Covariance([Dims("samples features")] Matrix<double> x);

    /// <summary>
    /// The variance of the data along a direction, that is of their projections on the line through it: <c>wᵀSw / wᵀw</c>.
    /// </summary>
    /// <param name="covariance">The covariance <c>S</c>, <c>features × features</c>, symmetric.</param>
    /// <param name="direction">
    /// The direction <c>w</c>, one entry a feature, of a length from 1e-100 to 1e100, not 0: only where it points counts.
    /// </param>
    /// <returns>The variance, in the square of the data's unit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="covariance"/> or <paramref name="direction"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="covariance"/> is not square; <paramref name="direction"/> has another number of entries, or all of them are 0.
    /// </exception>
    static abstract double VarianceAlong(
        [Dims("features features")] Matrix<double> covariance,
        [Dims("features")] Vector<double> direction);

    /// <summary>
    /// The gradient with respect to <c>w</c> of the Lagrangian <c>L(w, λ) = wᵀSw − λ·(wᵀw − 1)</c>. It is 0 exactly where <c>w</c> is an
    /// eigenvector of <c>S</c> with eigenvalue <c>λ</c>: that is the derivation of PCA.
    /// </summary>
    /// <param name="covariance">The covariance <c>S</c>, <c>features × features</c>, symmetric.</param>
    /// <param name="direction">The point <c>w</c> at which to take the gradient, one entry a feature. It need not have length 1.</param>
    /// <param name="multiplier">The multiplier <c>λ</c>, any number.</param>
    /// <returns>The gradient, one entry a feature.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="covariance"/> or <paramref name="direction"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="covariance"/> is not square; <paramref name="direction"/> has another number of entries.
    /// </exception>
    [return: Dims("features")]
    static abstract Vector<double> LagrangianGradient(
        [Dims("features features")] Matrix<double> covariance,
        [Dims("features")] Vector<double> direction,
        double multiplier);

    /// <summary>
    /// The axis of largest variance, by an iteration of your own (power iteration: Golub &amp; Van Loan, "Matrix Computations",
    /// section 8.2.1), as exact as the remarks of this contract ask.
    /// </summary>
    /// <param name="covariance">
    /// The covariance <c>S</c>, <c>features × features</c>, symmetric, with no negative eigenvalue. It may be of any rank, 0 included.
    /// </param>
    /// <returns>
    /// The axis and its variance. It is the leading axis whatever direction the iteration starts from; for <c>S = 0</c> it is any
    /// vector of length 1, with variance 0.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="covariance"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="covariance"/> is not square, or holds NaN or an infinity.</exception>
    static abstract PrincipalAxis LeadingAxis([Dims("features features")] Matrix<double> covariance);

    /// <summary>
    /// Fits the first components one after the other: the axis of largest variance, then the axis of largest variance at right angles to
    /// those found (deflation), and so on.
    /// </summary>
    /// <param name="x">The data, not centred, <c>samples × features</c>. There may be fewer samples than features, and constant features.</param>
    /// <param name="components">
    /// The number of axes, from 1 to <c>features</c>. Where it exceeds the rank of the data, the axes left over have variance 0 and are any
    /// that complete the others to an orthonormal set; they are vectors of length 1 like all others, never NaN.
    /// </param>
    /// <returns>The model. If the data do not vary at all, its variances and ratios are 0 and its axes any orthonormal ones.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="x"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="x"/> has fewer than two rows, or holds NaN or an infinity; <paramref name="components"/> is less than 1 or more than
    /// the number of features.
    /// </exception>
    static abstract PcaModel Fit([Dims("samples features")] Matrix<double> x, [Dim("components")] int components);

    /// <summary>The coordinates of samples along the axes of a model: <c>(x − mean) · Axesᵀ</c>.</summary>
    /// <param name="model">A model, of these data or of others: it is its mean that is taken off, not that of <paramref name="x"/>.</param>
    /// <param name="x">Samples, not centred, <c>samples × features</c>; one is enough.</param>
    /// <returns>The scores, <c>samples × components</c>, in the data's unit (not divided by the spread along the axis).</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> or <paramref name="x"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="x"/> has another number of columns than the model has features.</exception>
    [return: Dims("samples components"), Role("scores")]
    static abstract Matrix<double> Transform(PcaModel model, [Dims("samples features")] Matrix<double> x);

    /// <summary>
    /// The points of feature space that have given scores: <c>scores · Axes + mean</c>. Of all points with these scores they are the nearest
    /// to the mean, so they undo <see cref="Transform"/> exactly when no component was dropped, and as well as a linear map can otherwise.
    /// </summary>
    /// <param name="model">A model.</param>
    /// <param name="scores">Scores, <c>samples × components</c>.</param>
    /// <returns>The points, <c>samples × features</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> or <paramref name="scores"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="scores"/> has another number of columns than the model has components.</exception>
    [return: Dims("samples features")]
    static abstract Matrix<double> InverseTransform(PcaModel model, [Dims("samples components")] Matrix<double> scores);
}
