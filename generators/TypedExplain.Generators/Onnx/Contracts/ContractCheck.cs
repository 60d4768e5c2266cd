using Microsoft.CodeAnalysis;
using TypedExplain.Errors;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Onnx.Reading;

namespace TypedExplain.Generators.Onnx.Contracts;

/// <summary>Compares a record with the inputs of a model, and says where they differ.</summary>
internal sealed partial class ContractCheck
{
    private readonly Contract _contract;
    private readonly List<Mismatch> _found = [];

    private ContractCheck(Contract contract) => _contract = contract;

    private string RecordName => _contract.Class.Record.Name;

    private string File => _contract.Class.File;

    /// <summary>All mismatches, those of the file first.</summary>
    public static EquatableArray<Mismatch> Of(Contract contract)
    {
        ContractCheck check = new(contract);
        check.CheckFile();
        if (contract.Signature is { } model)
        {
            if (ScoreNames.Of(contract.Class, model).Fault is { } fault)
                check._found.Add(new(OnnxDescriptors.UnknownOutput, MismatchPlace.Output, "", new([contract.Class.Name, check.File, fault])));
            if (contract.Record is { IsFaulty: false } record)
                check.CheckInputs(record, contract.Slots(), model);
        }

        return check._found.ToEquatableArray();
    }

    private void CheckFile()
    {
        if (_contract.Near.Length > 0)
            AtFile(OnnxDescriptors.MissingFile, $"and the project's AdditionalFiles have '{_contract.Near}'; write upper and lower case as the file has them");
        else if (_contract.Models.Count == 0)
            AtFile(OnnxDescriptors.MissingFile, $"which is not among the project's AdditionalFiles; add <AdditionalFiles Include=\"{File}\" /> to the project file");
        else if (_contract.Models.Count > 1)
            AtFile(OnnxDescriptors.MissingFile, $"and {_contract.Models.Count} of the project's AdditionalFiles are named so; state more of its path");
        else if (_contract.Models[0].Signature is null)
            AtFile(OnnxDescriptors.BadFile, $"{_contract.Models[0].Fault}; {Remedy(_contract.Models[0])}");
    }

    private string Remedy(ReadModel file) => file.IsTooLarge
        ? $"no more is compared with a record: leave [OnnxModel] out and load the file with OnnxModel<{RecordName}>.Load"
        : "put a whole ONNX model in its place";

    private void CheckInputs(RecordModel record, List<Slot> slots, OnnxSignature model)
    {
        CheckUnused(record);
        InputFilling filling = InputFilling.Of(record, slots, _contract.Class.Unused, model);
        string inputs = Quoted(model.Inputs.Select(input => input.Name));
        List<Slot> filled = [.. filling.Inputs.SelectMany(input => input.Slots)];
        foreach (FilledInput open in filling.Inputs.Where(input => input.IsOpen))
            AtRecord(OnnxDescriptors.MissingFeature, $"input '{open.Input.Name}' ({Form(open.Input)})", File, PropertyName.From(open.Input.Name));
        foreach (string property in filling.Left.Select(slot => slot.Property).Distinct())
            At(OnnxDescriptors.ExtraFeature, property, File, inputs, LeaveOut(property, filling, filled));
        foreach (string property in filling.LeftMedia)
            At(OnnxDescriptors.ExtraFeature, property, File, inputs, "mark it [NotAFeature]");

        foreach (FilledInput input in filling.Inputs.Where(input => !input.IsOpen))
        {
            if (input.Media is { } media)
            {
                CheckMedia(input, media);
                continue;
            }

            if (!filling.IsByPosition || CheckNames(input, model))
                CheckWidth(input);
            CheckElements(input, filled);
            CheckCategories(input);
        }

        string[] changeable = [OnnxDescriptors.WrongWidth.Id, OnnxDescriptors.WrongElement.Id, OnnxDescriptors.UnknownCategory.Id];
        HashSet<string> wrong = new(_found.Where(mismatch => changeable.Contains(mismatch.Descriptor.Id)).Select(mismatch => mismatch.Property));
        string parameters = RecordFromModel.Of(record, filling, _contract.Class.Unused, wrong);
        for (int i = 0; i < _found.Count; i++)
            _found[i] = _found[i] with { Parameters = parameters };
    }

    /// <summary>Compares a matrix with the names of its columns, which the file or the class tells; says whether all is well.</summary>
    private bool CheckNames(FilledInput input, OnnxSignature model)
    {
        EquatableArray<string> stated = _contract.Class.Columns;
        if (model.Columns.Count > 0 || stated.Count > 0)
            return (model.Columns.Count == 0 || CheckColumns(input, model.Columns)) && (stated.Count == 0 || CheckColumns(input, stated));

        // The order of numbers in one array is the array's own. A file of ours is held to its schema when it is loaded.
        string[] names = [.. input.Slots.Select(slot => slot.Name)];
        if (input.OnlyProperty is null && !model.HasSchema && (input.Input.Width is null || input.Input.Width == input.Slots.Sum(slot => slot.Columns)))
            _found.Add(new(OnnxDescriptors.UnnamedColumns, MismatchPlace.File, "", new([RecordName, input.Input.Name, File, Quoted(names), string.Join(", ", names.Select(name => $"\"{name}\""))])));
        return true;
    }

    private void CheckUnused(RecordModel record)
    {
        string[] properties = [.. record.Features.Select(feature => feature.Name)];
        foreach (string name in _contract.Class.Unused.Where(name => !properties.Contains(name)).Distinct())
            _found.Add(new(OnnxDescriptors.UnknownUnused, MismatchPlace.Unused, "", new([RecordName, name, _contract.Class.Name, Quoted(properties)])));
    }

    /// <summary>How to say that the model does not look at a property. Of an inner record that it looks at in part, the part is marked.</summary>
    private string LeaveOut(string property, InputFilling filling, List<Slot> filled) => filled.Exists(slot => slot.Property == property)
        ? $"mark {Quoted(filling.Left.Where(slot => slot.Property == property).Select(slot => slot.Name))} [NotAFeature]"
        : ListUnused(property);

    private string ListUnused(string property) => $"list it in Unused = [nameof({RecordName}.{property})]";

    private void At(DiagnosticDescriptor descriptor, string property, params string[] arguments) => At(MismatchPlace.Property, descriptor, property, arguments);

    private void At(MismatchPlace place, DiagnosticDescriptor descriptor, string property, params string[] arguments) =>
        _found.Add(new(descriptor, place, property, arguments.Prepend(property).Prepend(RecordName).ToEquatableArray()));

    private void AtRecord(DiagnosticDescriptor descriptor, params string[] arguments) =>
        _found.Add(new(descriptor, MismatchPlace.Record, "", arguments.Prepend(RecordName).ToEquatableArray()));

    private void AtFile(DiagnosticDescriptor descriptor, string words) =>
        _found.Add(new(descriptor, MismatchPlace.File, "", new([_contract.Class.Name, File, words])));

    private static string Form(OnnxValue value) => value.Dimensions.Count == 0
        ? value.Element.Words()
        : $"{value.Element.Words()} [{string.Join(", ", value.Dimensions.Select(size => size < 0 ? "?" : FormattableString.Invariant($"{size}")))}]";

    private static string Count(int columns) => columns == 1 ? "1 column" : FormattableString.Invariant($"{columns} columns");

    /// <summary>Names in quotes, of many the first.</summary>
    private static string Quoted(IEnumerable<string> names) => NameList.Names(names.Select(name => $"'{name}'"));
}
