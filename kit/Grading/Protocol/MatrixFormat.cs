namespace KataKit.Grading.Protocol;

/// <summary>Compared matrices as bytes: whether there are any, their place, the entries. Their number is bounded on both sides of the channel.</summary>
internal static class MatrixFormat
{
    /// <summary>Writes them. What no spec can have told is left out: it is the answer's own doing, and worth no more than its message.</summary>
    public static void Write(BinaryWriter writer, ComparedMatrices? matrices)
    {
        var isSound = matrices?.IsSound == true;
        writer.Write(isSound);
        if (isSound)
        {
            var (expected, actual, differs, place) = matrices!;
            int[] numbers = [place.Rows, place.Columns, place.FirstRow, place.FirstColumn, place.TotalRows, place.TotalColumns, place.Slice];
            Array.ForEach(numbers, writer.Write);
            for (var i = 0; i < expected.Length; i++)
            {
                writer.Write(expected[i]);
                writer.Write(actual[i]);
                writer.Write(differs[i]);
            }
        }
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="InvalidDataException">The worker never writes such a place.</exception>
    public static ComparedMatrices? Read(BinaryReader reader)
    {
        if (!reader.ReadBoolean())
        {
            return null;
        }

        var place = new MatrixPlace(
            reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        if (!place.IsSound)
        {
            throw new InvalidDataException("A message holds matrices that no comparison has.");
        }

        var count = place.Rows * place.Columns;
        var (expected, actual, differs) = (new double[count], new double[count], new bool[count]);
        for (var i = 0; i < count; i++)
        {
            (expected[i], actual[i], differs[i]) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadBoolean());
        }

        return new ComparedMatrices([.. expected], [.. actual], [.. differs], place);
    }
}
