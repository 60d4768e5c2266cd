using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Emitting;

internal sealed partial class Emitter
{
    /// <summary>The enums of the record, each once.</summary>
    private readonly EnumModel[] _enums;

    /// <summary>For each enum, the name of the list of its values.</summary>
    private readonly Dictionary<EnumModel, string> _listNames;

    private string CategoriesClass => _record.Prefix + "CategoryPositions";

    private static Dictionary<EnumModel, string> NameLists(EnumModel[] enums)
    {
        Dictionary<EnumModel, string> names = [];
        foreach (EnumModel categories in enums)
        {
            string name = categories.Name + "Values";
            while (names.ContainsValue(name))
                name += "_";
            names.Add(categories, name);
        }

        return names;
    }

    /// <summary>Writes, for this file alone, which position each value of an enum has.</summary>
    private void EmitCategories()
    {
        if (_enums.Length == 0)
            return;

        _writer.Line();
        _writer.Line(GeneratedCode);
        _writer.Line($"file static class {CategoriesClass}");
        _writer.Open();
        foreach (EnumModel categories in _enums)
        {
            if (categories != _enums[0])
                _writer.Line();
            EmitCategories(categories);
        }

        _writer.Close();
    }

    private void EmitCategories(EnumModel categories)
    {
        string[] values = categories.Categories.Select(name => $"{categories.FullName}.{Identifier.Escape(name)}").ToArray();

        _writer.Line($"public static {Names.ReadOnlySpan}<{categories.FullName}> {_listNames[categories]} =>");
        _writer.Open("[");
        foreach (string value in values)
            _writer.Line($"{value},");
        _writer.Close("];");

        _writer.Line();
        _writer.Line($"public static int PositionOf({categories.FullName} value, int feature) => value switch");
        _writer.Open();
        for (int i = 0; i < values.Length; i++)
            _writer.Line($"{values[i]} => {i},");
        _writer.Line($"_ => throw {Names.InvalidFeatureException}.UnknownCategory<{_record.FullName}>(feature, value.ToString()),");
        _writer.Close("};");
    }
}
