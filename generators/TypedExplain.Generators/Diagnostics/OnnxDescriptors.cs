using Microsoft.CodeAnalysis;

namespace TypedExplain.Generators.Diagnostics;

/// <summary>
/// What the generator reports about models in ONNX files. Ids are permanent. In every message {0} is the class of the model
/// or, where a record differs from the model, the record, and {1} the feature.
/// </summary>
internal static class OnnxDescriptors
{
    private const string Contract = "TypedExplain.Onnx";
    private const string Pages = "https://github.com/typedexplain/typedexplain/blob/main/docs/diagnostics/";

    public static readonly DiagnosticDescriptor MissingFile = new(
        "TEX0301",
        "The file of a model must be one of the AdditionalFiles",
        "Model '{0}' is in the file '{1}', {2}",
        Contract, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0301.md");

    public static readonly DiagnosticDescriptor BadFile = new(
        "TEX0302",
        "The file of a model must be an ONNX model",
        "Model '{0}' is in the file '{1}', which {2}",
        Contract, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0302.md");

    public static readonly DiagnosticDescriptor UnfitClass = new(
        "TEX0303",
        "The class of a model must be partial and score a feature record",
        "Model '{0}' {1}",
        Contract, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0303.md");

    public static readonly DiagnosticDescriptor MissingFeature = new(
        "TEX0304",
        "The record lacks an input of the model",
        "Record '{0}' has no feature for {1} of '{2}'; add a property '{3}'",
        Contract, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0304.md");

    public static readonly DiagnosticDescriptor ExtraFeature = new(
        "TEX0305",
        "The model has no input for the feature",
        "Feature '{0}.{1}' has no input in '{2}', which has {3}; rename the property to the input that it is for, or {4} if the model does not look at it",
        Contract, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0305.md");

    public static readonly DiagnosticDescriptor WrongOrder = new(
        "TEX0306",
        "The features must stand in the order of the model's columns",
        "Feature '{0}.{1}' {4} of input '{3}' of '{2}'; {5}",
        Contract, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0306.md");

    public static readonly DiagnosticDescriptor WrongWidth = new(
        "TEX0307",
        "The features must fill as many columns as the model's input",
        "{0} fills {1}, and input '{3}' of '{2}' takes {4}; {5}",
        Contract, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0307.md");

    public static readonly DiagnosticDescriptor WrongElement = new(
        "TEX0308",
        "The model's input cannot hold the feature's type",
        "Feature '{0}.{1}' {5}, and input '{3}' of '{2}' takes {4}; {6}",
        Contract, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0308.md");

    public static readonly DiagnosticDescriptor UnknownCategory = new(
        "TEX0309",
        "The model must know every category of the feature",
        "Feature '{0}.{1}' may be {4}, which input '{3}' of '{2}' does not know; it knows {5}: take one of these",
        Contract, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0309.md");

    public static readonly DiagnosticDescriptor LackingCategory = new(
        "TEX0310",
        "The feature lacks a category that the model knows",
        "Feature '{0}.{1}' cannot be {4}, which input '{3}' of '{2}' knows; add it to the categories of '{1}'",
        Contract, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0310.md");

    public static readonly DiagnosticDescriptor UnknownOutput = new(
        "TEX0311",
        "The model must have the output",
        "Model '{0}' in '{1}' {2}",
        Contract, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0311.md");

    public static readonly DiagnosticDescriptor UnnamedColumns = new(
        "TEX0312",
        "The model does not name the columns of its input",
        "Input '{1}' of '{2}' does not name its columns, so nobody can check that they are {3} of '{0}'; if they are, state Columns = [{4}]",
        Contract, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0312.md");

    public static readonly DiagnosticDescriptor UnknownUnused = new(
        "TEX0313",
        "Unused must name properties of the record",
        "Model '{2}' lists '{1}' as unused, and '{0}' has no such feature; it has {3}",
        Contract, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0313.md");
}
