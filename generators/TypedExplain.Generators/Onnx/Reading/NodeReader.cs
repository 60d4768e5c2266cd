using System.Globalization;

namespace TypedExplain.Generators.Onnx.Reading;

/// <summary>Reads operations: their names, and of their attributes those alone that hold names.</summary>
internal static class NodeReader
{
    private const int Input = 1, Output = 2, Operator = 4, Attribute = 5;
    private const int Name = 1, Integers = 8, Texts = 9;

    public static OnnxNode Read(ProtoReader reader, ProtoField node)
    {
        OnnxNode found = new("", [], [], [], []);
        foreach (ProtoField field in reader.Fields(node))
        {
            if (field.Number == Input)
                found.Inputs.Add(reader.Text(field));
            else if (field.Number == Output)
                found.Outputs.Add(reader.Text(field));
            else if (field.Number == Operator)
                found = found with { Operator = reader.Text(field) };
            else if (field.Number == Attribute)
                ReadAttribute(reader, field, found);
        }

        return found;
    }

    private static void ReadAttribute(ProtoReader reader, ProtoField attribute, OnnxNode node)
    {
        // The name may come last; what stands before it is looked at again once it is known.
        ProtoField name = reader.Fields(attribute).FirstOrDefault(field => field.Number == Name);
        List<string>? names = name.Number == 0 ? null : reader.Text(name) switch
        {
            "classlabels_strings" or "classlabels_int64s" or "classlabels_ints" => node.Classes,
            "cats_strings" or "keys_strings" => node.Categories,
            _ => null,
        };
        if (names is null)
            return;
        foreach (ProtoField field in reader.Fields(attribute))
        {
            if (field.Number == Texts)
                Add(reader.Text(field));
            else if (field.Number == Integers)
            {
                foreach (long number in reader.Numbers(field))
                    Add(number.ToString(CultureInfo.InvariantCulture));
            }
        }

        void Add(string text)
        {
            names.Add(text);
            OnnxLimits.Hold(names.Count, OnnxLimits.MostNames, "has an operation with more than {0} names");
        }
    }
}
