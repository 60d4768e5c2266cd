using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Onnx.Reading;

/// <summary>An input or an output of a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Element">The type of its elements; of maps, that of their values.</param>
/// <param name="Dimensions">Its shape, with -1 for a dimension that is not fixed; none where the model does not tell.</param>
/// <param name="IsMap">Whether it holds maps from class to number, and no tensor.</param>
internal sealed record OnnxValue(string Name, OnnxElement Element, EquatableArray<long> Dimensions, bool IsMap)
{
    /// <summary>Of an input, the categories that the model knows; of an output, its classes. None where the model does not tell.</summary>
    public EquatableArray<string> Names { get; init; }

    /// <summary>What a person wrote about it.</summary>
    public string Description { get; init; } = "";

    /// <summary>How many elements there are for one row; null where the model does not tell.</summary>
    public int? Width
    {
        get
        {
            long width = 1;
            foreach (long dimension in Dimensions.Skip(1))
            {
                if (dimension is < 0 or > int.MaxValue || (width *= dimension) > int.MaxValue)
                    return null;
            }

            return Dimensions.Count == 0 ? null : (int)width;
        }
    }
}
