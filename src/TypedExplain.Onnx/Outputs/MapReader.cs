using System.Collections.Immutable;
using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using TypedExplain.Errors;
using TypedExplain.Onnx.Runtime;

namespace TypedExplain.Onnx.Outputs;

/// <summary>Reads a sequence with one map from class to score per row, as ZipMap makes it.</summary>
internal sealed class MapReader(string name, ImmutableArray<string> keys, ImmutableArray<string> classes) : OutputReader(name, classes)
{
    /// <summary>The classes that the first map of an answer names.</summary>
    public static ImmutableArray<string> KeysOf(OrtValue sequence)
    {
        using OrtValue map = sequence.GetValue(0, OrtAllocator.DefaultInstance);
        using OrtValue own = map.GetValue(0, OrtAllocator.DefaultInstance);
        return Keys(own);
    }

    public override RentedTensor? Room(int count) => null;

    public override void Read(RentedTensor room, Span<double> scores) => throw new NotSupportedException();

    public override void Read(OrtValue value, int count, Span<double> scores)
    {
        OrtAllocator allocator = OrtAllocator.DefaultInstance;
        if (value.GetValueCount() != count)
            throw new InvalidModelException($"Output {Name} of the model has {value.GetValueCount()} maps for {count} rows; it must have one for each.");
        for (int row = 0; row < count; row++)
        {
            using OrtValue map = value.GetValue(row, allocator), own = map.GetValue(0, allocator), numbers = map.GetValue(1, allocator);
            if (row == 0 && !Keys(own).SequenceEqual(keys))
                throw new InvalidModelException($"Output {Name} of the model names the classes {NameList.Names(Keys(own))}, and at first it named {NameList.Names(keys)}.");
            Span<double> answer = scores.Slice(row * keys.Length, keys.Length);
            ReadOnlySpan<float> values = numbers.GetTensorDataAsSpan<float>();
            if (values.Length != answer.Length)
                throw new InvalidModelException($"Output {Name} of the model has {values.Length} classes for a row, and at first it had {answer.Length}.");
            for (int i = 0; i < answer.Length; i++)
                answer[i] = values[i];
        }
    }

    private static ImmutableArray<string> Keys(OrtValue keys) => keys.GetTensorTypeAndShape().ElementDataType == TensorElementType.String
        ? [.. keys.GetStringTensorAsArray()]
        : [.. keys.GetTensorDataAsSpan<long>().ToArray().Select(key => key.ToString(CultureInfo.InvariantCulture))];
}
