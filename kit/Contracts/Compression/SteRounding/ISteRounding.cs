namespace KataKit.Contracts;

/// <summary>
/// Quantisation-aware training of one tensor, flattened: uniform affine quantisation (Jacob et al. 2018, "Quantization and Training of
/// Neural Networks for Efficient Integer-Arithmetic-Only Inference") with the straight-through estimator for its gradient (Bengio,
/// Léonard and Courville 2013, "Estimating or Propagating Gradients Through Stochastic Neurons") and a scale that can be learnt (Esser
/// et al. 2020, "Learned Step Size Quantization"). The members stand in the order in which one would build the answer.
/// </summary>
/// <remarks>
/// <para>Write <c>s</c>, <c>z</c> for a quantizer's scale and zero point and QMin, QMax for the ends of its codes. Its <em>range</em> are
/// the real numbers from <c>s·(QMin − z)</c> to <c>s·(QMax − z)</c>, both ends included.</para>
/// <para>No member changes an array that it is given; every array returned is a new one. An empty array is an ordinary argument. A
/// <see langword="null"/> argument is an <see cref="ArgumentNullException"/>; every other rejection is an
/// <see cref="ArgumentException"/>, or a class derived from it, whose <see cref="ArgumentException.ParamName"/> is the parameter named
/// here, be the arrays empty or not.</para>
/// <para>Every member that takes a quantizer rejects one (<c>quantizer</c>) whose scale is not positive and finite, whose bits are not
/// 2 to 16, or whose zero point is none of its codes.</para>
/// </remarks>
[Kata("ste-rounding")]
public interface ISteRounding
{
    /// <summary>The nearest integer; of two equally near ones the even one: <c>0.5 → 0</c>, <c>1.5 → 2</c>, <c>−2.5 → −2</c>.</summary>
    /// <param name="value">Any number. What has no fraction, the infinities and NaN are returned as they are.</param>
    /// <returns>A number without fraction; a zero may have either sign.</returns>
    static abstract double RoundHalfToEven(double value);

    /// <summary>
    /// The smallest and the largest code: <c>−2ᵇ⁻¹ … 2ᵇ⁻¹ − 1</c> if signed, else <c>0 … 2ᵇ − 1</c>. All 2ᵇ codes are used.
    /// </summary>
    /// <param name="bits">The width <c>b</c> of a code, 2 to 16.</param>
    /// <param name="signed">Whether there are negative codes.</param>
    /// <returns>The ends, both of them codes.</returns>
    /// <exception cref="ArgumentException"><paramref name="bits"/> is less than 2 or more than 16.</exception>
    static abstract (int QMin, int QMax) IntegerRange(int bits, bool signed);

    /// <summary>
    /// The codes of real numbers: <c>clamp(round(x / s) + z, QMin, QMax)</c>. Rounding is <see cref="RoundHalfToEven"/> and comes before
    /// the zero point is added.
    /// </summary>
    /// <param name="values">Real numbers of any size, infinities included: beyond the range they get the code of the nearer end.</param>
    /// <param name="quantizer">Scale, zero point and width.</param>
    /// <returns>One code for each number.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="values"/> holds NaN, which no code stands for, or <paramref name="quantizer"/> is none.
    /// </exception>
    [return: Dims("n")]
    static abstract int[] Quantize([Dims("n")] double[] values, Quantizer quantizer);

    /// <summary>The real numbers that codes stand for: <c>s · (q − z)</c>.</summary>
    /// <param name="codes">Codes from QMin to QMax.</param>
    /// <param name="quantizer">Scale, zero point and width.</param>
    /// <returns>One number for each code; the zero point becomes exactly 0.0.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="codes"/> holds a number below QMin or above QMax, or <paramref name="quantizer"/> is none.
    /// </exception>
    [return: Dims("n")]
    static abstract double[] Dequantize([Dims("n")] int[] codes, Quantizer quantizer);

    /// <summary>
    /// The quantizer that spreads the codes over a range of real numbers so that 0.0 has a code of its own, because padding, ReLU and
    /// masks produce exact zeros (Jacob et al. 2018, sections 2.1 and 3).
    /// </summary>
    /// <remarks>
    /// <list type="number">
    /// <item>A range without 0 is widened to include it: <c>min ← min(min, 0)</c>, <c>max ← max(max, 0)</c>.</item>
    /// <item><c>scale = (max − min) / (QMax − QMin)</c>. The width <c>max − min</c> may exceed the largest double; the scale does not.</item>
    /// <item>If that is 0, because the range is [0, 0] or too narrow for a double, <c>scale = 1</c>.</item>
    /// <item><c>zeroPoint = clamp(QMin − round(min / scale), QMin, QMax)</c>, rounded by <see cref="RoundHalfToEven"/>.</item>
    /// </list>
    /// </remarks>
    /// <param name="min">The smallest number seen; finite.</param>
    /// <param name="max">The largest number seen; finite, not less than <paramref name="min"/>, equal to it for a constant tensor.</param>
    /// <param name="bits">The width of a code, 2 to 16.</param>
    /// <param name="signed">Whether there are negative codes.</param>
    /// <returns>A quantizer that every other member accepts, with <paramref name="bits"/> and <paramref name="signed"/> as given.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="min"/> is not finite; <paramref name="max"/> is not finite or is less than <paramref name="min"/>;
    /// <paramref name="bits"/> is less than 2 or more than 16.
    /// </exception>
    static abstract Quantizer Calibrate(double min, double max, int bits, bool signed);

    /// <summary>
    /// Quantises and dequantises in one go: real numbers on the quantizer's grid, not codes. This is the forward pass of
    /// quantisation-aware training.
    /// </summary>
    /// <param name="values">
    /// Real numbers of any size, infinities included. NaN stays NaN, so that a broken tensor is not mistaken for a good one.
    /// </param>
    /// <param name="quantizer">Scale, zero point and width.</param>
    /// <returns><c>s · (q − z)</c> for the code <c>q</c> of each number; NaN for NaN.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="quantizer"/> is none.</exception>
    [return: Dims("n")]
    static abstract double[] FakeQuantize([Dims("n")] double[] values, Quantizer quantizer);

    /// <summary>
    /// The straight-through gradient of <see cref="FakeQuantize"/> (Bengio et al. 2013): rounding counts as the identity, clamping does
    /// not. What came from above passes where the number lies within the range, ends included, and is exactly 0 elsewhere.
    /// </summary>
    /// <param name="values">The numbers that went into <see cref="FakeQuantize"/>, before clamping. NaN lies in no range.</param>
    /// <param name="upstream">
    /// The gradient of the loss with respect to the output of <see cref="FakeQuantize"/>. It passes unscaled, NaN included; where it
    /// does not pass the answer is 0 even if it is infinite or NaN.
    /// </param>
    /// <param name="quantizer">Scale, zero point and width.</param>
    /// <returns>The gradient of the loss with respect to <paramref name="values"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="upstream"/> is not as long as <paramref name="values"/>, or <paramref name="quantizer"/> is none.
    /// </exception>
    [return: Dims("n")]
    static abstract double[] Backward(
        [Dims("n"), Role("values")] double[] values,
        [Dims("n"), Role("upstream")] double[] upstream,
        Quantizer quantizer);

    /// <summary>
    /// One step of gradient descent with fake-quantised weights: <c>w − learningRate · Backward(w, upstream)</c>. The weights that learn
    /// are the unrounded ones (Jacob et al. 2018, section 3), so that steps smaller than the scale add up instead of being rounded away.
    /// </summary>
    /// <param name="weights">The real weights, of any precision.</param>
    /// <param name="upstream">The gradient of the loss with respect to <c>FakeQuantize(weights)</c>.</param>
    /// <param name="quantizer">Scale, zero point and width.</param>
    /// <param name="learningRate">Finite, not negative.</param>
    /// <returns>The new real weights, not rounded to the grid.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="upstream"/> is not as long as <paramref name="weights"/>, <paramref name="quantizer"/> is none, or
    /// <paramref name="learningRate"/> is negative or not finite.
    /// </exception>
    [return: Dims("n")]
    static abstract double[] Step(
        [Dims("n"), Role("values")] double[] weights,
        [Dims("n"), Role("upstream")] double[] upstream,
        Quantizer quantizer,
        double learningRate);

    /// <summary>
    /// The gradient of the loss with respect to the scale (Esser et al. 2020, sections 2.1 and 2.2, with a zero point):
    /// <c>g · Σᵢ upstreamᵢ · ∂x̂ᵢ/∂s</c>, where <c>∂x̂/∂s</c> is <c>QMin − z</c> below the range, <c>QMax − z</c> above it and
    /// <c>round(x / s) − x / s</c> within, and <c>g = 1 / √(n · QMax)</c> keeps the step in proportion to the weights' steps.
    /// </summary>
    /// <remarks>
    /// The range is that of <see cref="Backward"/>, its ends within, so that one gate serves both; the paper's equation 3 counts the
    /// ends as beyond.
    /// </remarks>
    /// <param name="values">
    /// The numbers that went into <see cref="FakeQuantize"/>. An entry that is NaN is left out of the sum, whatever its upstream
    /// gradient, though not of <c>n</c>.
    /// </param>
    /// <param name="upstream">
    /// The gradient of the loss with respect to the output of <see cref="FakeQuantize"/>. NaN at an entry that is a number makes the
    /// answer NaN.
    /// </param>
    /// <param name="quantizer">Scale, zero point and width.</param>
    /// <returns>The gradient; 0 for empty arrays.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="upstream"/> is not as long as <paramref name="values"/>, or <paramref name="quantizer"/> is none.
    /// </exception>
    static abstract double ScaleGradient(
        [Dims("n"), Role("values")] double[] values,
        [Dims("n"), Role("upstream")] double[] upstream,
        Quantizer quantizer);
}
