using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;

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
            if (contract.Record is { } record)
                check.CheckInputs(record, contract.Slots(), model);
        }

        return check._found.ToEquatableArray();
    }

    private void CheckFile()
    {
        if (_contract.Models.Count == 0)
            AtFile(OnnxDescriptors.MissingFile, $"which is not among the project's AdditionalFiles; add <AdditionalFiles Include=\"{File}\" /> to the project file");
        else if (_contract.Models.Count > 1)
            AtFile(OnnxDescriptors.MissingFile, $"and {_contract.Models.Count} of the project's AdditionalFiles are named so; state more of its path");
        else if (_contract.Models[0].Signature is null)
            AtFile(OnnxDescriptors.BadFile, _contract.Models[0].Fault);
    }

    private void CheckInputs(RecordModel record, List<Slot> slots, OnnxSignature model)
    {
        InputFilling filling = InputFilling.Of(record, slots, model);
        string inputs = Quoted(model.Inputs.Select(input => input.Name));
        List<Slot> filled = [.. filling.Inputs.SelectMany(input => input.Slots)];
        foreach (FilledInput open in filling.Inputs.Where(input => input.IsOpen))
            AtRecord(OnnxDescriptors.MissingFeature, $"input '{open.Input.Name}' ({Form(open.Input)})", File, NameKey.Property(open.Input.Name));
        foreach (string property in filling.Left.Select(slot => slot.Property).Concat(filling.LeftMedia).Distinct())
            At(OnnxDescriptors.ExtraFeature, property, File, inputs);

        foreach (FilledInput input in filling.Inputs.Where(input => !input.IsOpen))
        {
            if (input.Media is { } media)
            {
                CheckMedia(input, media);
                continue;
            }

            bool isNamed = filling.IsByPosition && model.Columns.Count > 0;
            if (!isNamed || CheckColumns(input, model.Columns))
                CheckWidth(input);
            CheckElements(input, filled);
            CheckCategories(input);
        }

        string[] changeable = [OnnxDescriptors.WrongWidth.Id, OnnxDescriptors.WrongElement.Id, OnnxDescriptors.UnknownCategory.Id];
        HashSet<string> wrong = new(_found.Where(mismatch => changeable.Contains(mismatch.Descriptor.Id)).Select(mismatch => mismatch.Property));
        string parameters = RecordFromModel.Of(record, filling, wrong);
        for (int i = 0; i < _found.Count; i++)
            _found[i] = _found[i] with { Parameters = parameters };
    }

    private void At(DiagnosticDescriptor descriptor, string property, params string[] arguments) =>
        _found.Add(new(descriptor, MismatchPlace.Property, property, arguments.Prepend(property).Prepend(RecordName).ToEquatableArray()));

    private void AtRecord(DiagnosticDescriptor descriptor, params string[] arguments) =>
        _found.Add(new(descriptor, MismatchPlace.Record, "", arguments.Prepend(RecordName).ToEquatableArray()));

    private void AtFile(DiagnosticDescriptor descriptor, string words) =>
        _found.Add(new(descriptor, MismatchPlace.File, "", new([_contract.Class.Name, File, words])));

    private static string Form(OnnxValue value) => value.Dimensions.Count == 0
        ? value.Element.Words()
        : $"{value.Element.Words()} [{string.Join(", ", value.Dimensions.Select(size => size < 0 ? "?" : FormattableString.Invariant($"{size}")))}]";

    private static string Count(int columns) => columns == 1 ? "1 column" : FormattableString.Invariant($"{columns} columns");

    /// <summary>Names in quotes, of many the first.</summary>
    private static string Quoted(IEnumerable<string> names) => Listed.Names(names.Select(name => $"'{name}'"));
}
