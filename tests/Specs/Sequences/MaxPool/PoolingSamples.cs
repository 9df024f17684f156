using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using KataKit.Contracts;

namespace KataKit.Specs;

/// <summary>Images and windows as test data: written out, generated, cut down and printed.</summary>
internal static class PoolingSamples
{
    /// <summary>An image from its channels.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="channels">One <c>height × width</c> plane a channel, all of one size.</param>
    /// <returns><c>channels × height × width</c>.</returns>
    public static T[,,] Image<T>(params T[][,] channels)
        => Fill(channels.Length, channels[0].GetLength(0), channels[0].GetLength(1), (c, r, w) => channels[c][r, w]);

    /// <summary>An image from a rule.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="channels">The number of channels.</param>
    /// <param name="height">The number of rows.</param>
    /// <param name="width">The number of columns.</param>
    /// <param name="value">The value of channel, row and column.</param>
    /// <returns>The image.</returns>
    public static T[,,] Fill<T>(int channels, int height, int width, Func<int, int, int, T> value)
    {
        var image = new T[channels, height, width];
        for (var c = 0; c < channels; c++)
        {
            for (var r = 0; r < height; r++)
            {
                for (var w = 0; w < width; w++)
                {
                    image[c, r, w] = value(c, r, w);
                }
            }
        }

        return image;
    }

    /// <summary>An image from its values, row by row and channel by channel.</summary>
    /// <param name="values"><c>channels · height · width</c> of them.</param>
    /// <param name="channels">The number of channels.</param>
    /// <param name="height">The number of rows.</param>
    /// <param name="width">The number of columns.</param>
    /// <returns>The image.</returns>
    public static double[,,] Reshape(int[] values, int channels, int height, int width)
        => Fill(channels, height, width, (c, r, w) => (double)values[(((c * height) + r) * width) + w]);

    /// <summary>A new image with each value changed by a rule.</summary>
    /// <param name="image">The image; it is left alone.</param>
    /// <param name="rule">The new value of an old one.</param>
    /// <returns>The new image.</returns>
    public static double[,,] Map(double[,,] image, Func<double, double> rule)
        => Fill(image.GetLength(0), image.GetLength(1), image.GetLength(2), (c, r, w) => rule(image[c, r, w]));

    /// <summary>Rows become columns within each channel.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="image"><c>channels × height × width</c>.</param>
    /// <returns><c>channels × width × height</c>.</returns>
    public static T[,,] Transpose<T>(T[,,] image)
        => Fill(image.GetLength(0), image.GetLength(2), image.GetLength(1), (c, r, w) => image[c, w, r]);

    /// <summary>A window from pairs of lengths, each height before width.</summary>
    /// <param name="kernel">The window's size.</param>
    /// <param name="stride">The window's step.</param>
    /// <param name="padding">The padding, 0 where omitted.</param>
    /// <returns>The window.</returns>
    public static PoolingWindow Window(
        (int Height, int Width) kernel, (int Height, int Width) stride, (int Height, int Width) padding = default)
        => new(kernel.Height, kernel.Width, stride.Height, stride.Width, padding.Height, padding.Width);

    /// <summary>Small whole numbers of −9 … 9: sums of them are exact.</summary>
    /// <param name="channels">The number of channels.</param>
    /// <param name="height">The number of rows.</param>
    /// <param name="width">The number of columns.</param>
    /// <returns>The generator.</returns>
    public static Gen<double[,,]> Images(int channels, int height, int width)
        => Gen.Choose(-9, 9).ArrayOf(channels * height * width)
            .Select(values => Reshape(values, channels, height, width));

    /// <summary>The sum of the products of corresponding entries.</summary>
    /// <param name="left">An image.</param>
    /// <param name="right">An image of the same shape.</param>
    /// <returns>The inner product.</returns>
    public static double Dot(double[,,] left, double[,,] right)
        => left.Cast<double>().Zip(right.Cast<double>(), (a, b) => a * b).Sum();

    /// <summary>Prints an image on one line.</summary>
    /// <param name="image">The image.</param>
    /// <returns>Channels of rows in braces.</returns>
    public static string Show(double[,,] image)
    {
        string Braces(int count, Func<int, string> part) => "{" + string.Join(", ", Enumerable.Range(0, count).Select(part)) + "}";
        string Value(double value) => value.ToString("R", CultureInfo.InvariantCulture);
        return Braces(
            image.GetLength(0),
            c => Braces(image.GetLength(1), r => Braces(image.GetLength(2), w => Value(image[c, r, w]))));
    }

    /// <summary>Prints the lengths of an image's axes.</summary>
    /// <param name="image">The image.</param>
    /// <returns>channels × height × width.</returns>
    public static string Shape(double[,,] image) => $"{image.GetLength(0)} × {image.GetLength(1)} × {image.GetLength(2)}";

    /// <summary>Prints a window on one line.</summary>
    /// <param name="window">The window.</param>
    /// <returns>Kernel, stride and padding, each as height × width.</returns>
    public static string Show(PoolingWindow window)
        => $"kernel {window.KernelHeight} × {window.KernelWidth}, stride {window.StrideHeight} × {window.StrideWidth}, "
            + $"padding {window.PaddingHeight} × {window.PaddingWidth}";
}
