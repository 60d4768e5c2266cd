using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Parsing.Annotations;

/// <summary>What is stated of a number: its range and unit.</summary>
internal static class NumberAnnotations
{
    public static FeatureModel Read(AnnotationReader reader, FeatureModel feature)
    {
        FeatureType type = reader.Type;
        reader.RequireFit("Numeric", type.IsNumber() && !type.IsDate());
        reader.RequireFit("MeasuredIn", type.IsTime());
        if (!type.IsNumber())
            return feature;

        AttributeData? numeric = reader.Find("Numeric");
        int? timeUnit = type.IsTime() ? reader.Defined(reader.Find("MeasuredIn"), reader.Argument("MeasuredIn"), "unit", TimeUnits.All) ?? TimeUnits.Days : null;
        if (type == FeatureType.TimeSpan && AnnotationReader.Named(numeric, "Unit") is string word && word != TimeUnits.Word(timeUnit!.Value))
            reader.Report(DiagnosticDescriptors.UnitOfTime, numeric!, TimeUnits.Word(timeUnit.Value), word, TimeUnits.Find(word) is { } meant ? $"[MeasuredIn(TimeUnit.{TimeUnits.Member(meant)})]" : "[MeasuredIn]");
        feature = feature with
        {
            TimeUnit = timeUnit,
            Unit = timeUnit is { } unit ? TimeUnits.Word(unit) : AnnotationReader.Named(numeric, "Unit") as string,
            Limits = NumberLimits.Within(type, NumberLimits.Unbounded, timeUnit),
        };
        double[] ends = numeric?.ConstructorArguments.Select(argument => argument.Value).OfType<double>().ToArray() ?? [];
        return ends.Length == 2 ? ReadRange(reader, numeric!, feature, new(ends[0], ends[1])) : feature;
    }

    private static FeatureModel ReadRange(AnnotationReader reader, AttributeData numeric, FeatureModel feature, NumberRange stated)
    {
        if (double.IsNaN(stated.Minimum) || double.IsNaN(stated.Maximum))
        {
            Report(DiagnosticDescriptors.EmptyRange, "whose end is not a number; state a number or leave the range out");
        }
        else if (stated.Minimum >= stated.Maximum)
        {
            Report(DiagnosticDescriptors.InvertedRange);
        }
        else if (!NumberLimits.HoldsTwoValues(reader.Type, stated, feature.TimeUnit))
        {
            Report(DiagnosticDescriptors.EmptyRange, $"which holds fewer than two values of type '{reader.TypeName}'; widen the range");
        }
        else
        {
            if (NumberLimits.Cut(reader.Type, stated) is { } most)
                Report(DiagnosticDescriptors.WideRange, most.ToString("N0", CultureInfo.InvariantCulture));
            return feature with
            {
                Range = stated == NumberLimits.Unbounded ? null : stated,
                Limits = NumberLimits.Within(reader.Type, stated, feature.TimeUnit),
            };
        }

        // As though the ends were the right way round, or not stated.
        reader.HasFaultyRange = true;
        NumberRange turned = new(stated.Maximum, stated.Minimum);
        return turned.Minimum < turned.Maximum && NumberLimits.HoldsTwoValues(reader.Type, turned, feature.TimeUnit)
            ? feature with { Range = turned == NumberLimits.Unbounded ? null : turned, Limits = NumberLimits.Within(reader.Type, turned, feature.TimeUnit) }
            : feature;

        void Report(DiagnosticDescriptor descriptor, params string[] reason) =>
            reader.Report(descriptor, numeric, [AnnotationReader.Digits(stated.Minimum), AnnotationReader.Digits(stated.Maximum), .. reason]);
    }
}
