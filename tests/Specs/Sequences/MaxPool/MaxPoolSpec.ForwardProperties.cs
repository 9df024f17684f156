using KataKit.Specs.Checking;
using Xunit;
using static KataKit.Specs.PoolingSamples;

namespace KataKit.Specs;

/// <content>Forward on generated inputs: what holds for all of them.</content>
public abstract partial class MaxPoolSpec<TKata>
{
    [Fact]
    public void Forward_agrees_with_asking_every_cell()
        => Property.Holds(
            "the output is the maximum over the cells that a window covers",
            seed: 201,
            PoolingCase.WithTies,
            call => call.ToString(),
            call => CloseVolume.To(
                Pool(call.Input, call.Window).Output, PoolingOracle.Output(call), "the maxima", Exact),
            call => call.Smaller());

    [Fact]
    public void Forward_points_at_the_first_maximum_of_each_window()
        => Property.Holds(
            "a position is that of the first of the largest cells that a window covers",
            seed: 202,
            PoolingCase.WithTies,
            call => call.ToString(),
            call => SamePositions(
                Pool(call.Input, call.Window).Argmax,
                PoolingOracle.Argmax(call),
                call.Input.GetLength(2),
                "the first of the largest cells"),
            call => call.Smaller());

    [Fact]
    public void Forward_moves_with_the_input()
        => Property.Holds(
            "adding one number to the whole input adds it to every maximum, and moves none",
            seed: 203,
            PoolingCase.WithTies,
            call => call.ToString(),
            call =>
            {
                var before = Pool(call.Input, call.Window);
                foreach (var shift in new double[] { 1_000, -1_000 })
                {
                    var after = Pool(Map(call.Input, value => value + shift), call.Window);
                    CloseVolume.To(after.Output, Map(before.Output, value => value + shift), $"the input plus {shift}: the maxima", Exact);
                    SamePositions(after.Argmax, before.Argmax, call.Input.GetLength(2), $"the input plus {shift}: the positions");
                }
            },
            call => call.Smaller());

    [Fact]
    public void Forward_treats_height_and_width_alike()
        => Property.Holds(
            "pooling the transposed input with the transposed window gives the transposed output",
            seed: 204,
            PoolingCase.Distinct,
            call => call.ToString(),
            call =>
            {
                var transposed = call.Transposed();
                var expected = Pool(call.Input, call.Window);
                var actual = Pool(transposed.Input, transposed.Window);
                CloseVolume.To(actual.Output, Transpose(expected.Output), "the maxima", Exact);

                // Row and column of a position change places too, and with them the width that the row is counted in.
                var (height, width) = (call.Input.GetLength(1), call.Input.GetLength(2));
                var turned = Transpose(expected.Argmax);
                SamePositions(
                    actual.Argmax,
                    Fill(turned.GetLength(0), turned.GetLength(1), turned.GetLength(2), (c, i, j) => Turn(turned[c, i, j], height, width)),
                    height,
                    "the positions");
            },
            call => call.Smaller());

    [Fact]
    public void Forward_of_a_channel_does_not_depend_on_the_others()
        => Property.Holds(
            "each channel comes out as if it were the only one",
            seed: 205,
            PoolingCase.WithTies,
            call => call.ToString(),
            call =>
            {
                var whole = Pool(call.Input, call.Window);
                for (var c = 0; c < call.Input.GetLength(0); c++)
                {
                    var alone = Pool(Channel(call.Input, c), call.Window);
                    CloseVolume.To(Channel(whole.Output, c), alone.Output, $"the maxima of channel {c}", Exact);
                    SamePositions(Channel(whole.Argmax, c), alone.Argmax, call.Input.GetLength(2), $"the positions of channel {c}");
                }
            },
            call => call.Smaller());

    [Fact]
    public void Forward_of_small_windows_twice_is_that_of_a_large_one()
        => Property.Holds(
            "the maximum of maxima is the maximum: k rows after m rows are k + m − 1 rows, at a stride of 1",
            seed: 206,
            PoolingCase.WithTies,
            call => call.ToString(),
            call =>
            {
                var input = Fill(
                    call.Input.GetLength(0),
                    call.Input.GetLength(1) + 3,
                    call.Input.GetLength(2) + 4,
                    (c, r, w) => call.Input[c, r % call.Input.GetLength(1), w % call.Input.GetLength(2)] + r - w);
                var twice = Pool(Pool(input, Window((2, 3), (1, 1))).Output, Window((3, 2), (1, 1)));
                CloseVolume.To(twice.Output, Pool(input, Window((4, 4), (1, 1))).Output, "2 × 3 windows, then 3 × 2, against 4 × 4", Exact);
            });

    [Fact]
    public void Forward_of_a_layer_does_not_depend_on_what_it_pooled_before()
        => Property.Holds(
            "a used layer gives the same as a new one",
            seed: 207,
            PoolingCase.WithTies,
            call => call.ToString(),
            call =>
            {
                var layer = new TKata();
                var larger = Fill(4, 9, 8, (c, r, w) => 100.0 + c + (r * w));
                Forward(layer, larger, Window((3, 2), (1, 2), (1, 1)));
                var used = Forward(layer, (double[,,])call.Input.Clone(), call.Window);
                var fresh = Pool(call.Input, call.Window);
                CloseVolume.To(used.Output, fresh.Output, "the maxima after another forward pass", Exact);
                SamePositions(used.Argmax, fresh.Argmax, call.Input.GetLength(2), "the positions after another forward pass");
            },
            call => call.Smaller(),
            cases: 40);

    private static int Turn(int position, int height, int width) => (position % width * height) + (position / width);

    private static T[,,] Channel<T>(T[,,] image, int channel)
        => Fill(1, image.GetLength(1), image.GetLength(2), (_, r, w) => image[channel, r, w]);
}
