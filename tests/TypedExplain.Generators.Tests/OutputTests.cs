using System.Reflection;
using System.Runtime.Loader;
using TypedExplain.Generated;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Tests.Zoo;

namespace TypedExplain.Generators.Tests;

/// <summary>What must hold for the generated code of every record.</summary>
public class OutputTests
{
    public static TheoryData<string> Zoo => Sources.Names;

    [Theory]
    [MemberData(nameof(Zoo))]
    public void Compiles_without_warnings(string source)
    {
        Generation generation = Generation.Of(Sources.Get(source));

        Assert.Empty(generation.Diagnostics);
        Assert.NotEmpty(generation.Files);
        Assert.True(!generation.Complaints.Any(), string.Join('\n', generation.Complaints));
        Assert.Empty(Analysis.Of(generation.Output));
    }

    [Theory]
    [MemberData(nameof(Zoo))]
    public void Keeps_a_row_through_decode_and_encode(string source)
    {
        foreach (Type record in Load(source))
        {
            MethodInfo check = typeof(OutputTests).GetMethod(nameof(KeepsRows), BindingFlags.NonPublic | BindingFlags.Static)!;
            check.MakeGenericMethod(record).Invoke(null, null);
        }
    }

    [Fact]
    public void Names_the_features_of_every_vector()
    {
        const string use = "static class Use { static double Of(TypedExplain.FeatureVector<Shop.LoanApplication> vector) => vector.Age + vector.Aeg; }";
        Generation generation = Generation.Of(Compiler.Parse(Sources.LoanApplication), Compiler.Parse("using Shop;" + use, "Use.cs"));

        Diagnostic complaint = Assert.Single(generation.Output.GetDiagnostics());
        Assert.Equal("CS1061", complaint.Id);
        Assert.Contains("'Aeg'", complaint.GetMessage());
    }

    [Fact]
    public void Refuses_a_category_without_a_name()
    {
        Type record = Load(nameof(Sources.LoanApplication)).Single();
        MethodInfo encode = typeof(OutputTests).GetMethod(nameof(Encode), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(record);
        object loan = Activator.CreateInstance(record, 30, 1000.0, Enum.ToObject(record.GetProperty("Housing")!.PropertyType, 9), false)!;

        TargetInvocationException thrown = Assert.Throws<TargetInvocationException>(() => encode.Invoke(null, [loan]));
        Assert.Equal("LoanApplication.Housing is 9; it must be Rent, Own, Mortgage.", Assert.IsType<InvalidFeatureException>(thrown.InnerException).Message);
    }

    [Fact]
    public void Knows_the_limits_of_the_runtime()
    {
        Assert.Equal(Enum.GetNames<TimeUnit>(), Enumerable.Range(0, TimeUnits.Count).Select(TimeUnits.Member));
        foreach (TimeUnit unit in Enum.GetValues<TimeUnit>())
        {
            NumberRange days = TimeUnits.Limits(FeatureType.DateOnly, (int)unit);
            Assert.Equal(Cell.FromTime(DateOnly.MinValue, unit), days.Minimum);
            Assert.Equal(Cell.FromTime(DateOnly.MaxValue, unit), days.Maximum);
        }
    }

    private static void Encode<T>(T record)
        where T : IFeatureRecord<T> => T.Encode(record, new double[T.Schema.Columns]);

    private static void KeepsRows<T>()
        where T : IFeatureRecord<T>
    {
        FeatureSchema<T> schema = T.Schema;
        Assert.Equal(typeof(T).Name, schema.Name);
        double[] row = new double[schema.Columns], back = new double[schema.Columns];
        for (int variant = 0; variant < 3; variant++)
        {
            foreach (Feature<T> feature in schema.Features)
                LegalValue(feature, variant, row.AsSpan(feature.Column, feature.ColumnCount));

            T.Encode(T.Decode(row), back);
            Assert.Equal(row, back);
        }
    }

    private static void LegalValue<T>(Feature<T> feature, int variant, Span<double> columns)
        where T : IFeatureRecord<T>
    {
        if (feature.Kind == FeatureKind.Category)
            Cell.FromCategory(variant % columns.Length, columns);
        else if (feature.Kind == FeatureKind.Flag)
            columns[0] = variant % 2;
        else
            columns[0] = Math.Clamp(feature.Index + variant, Math.Ceiling(feature.Limits.Minimum), feature.Limits.Maximum);
    }

    private static IEnumerable<Type> Load(string source)
    {
        using MemoryStream image = new();
        Assert.True(Generation.Of(Sources.Get(source)).Output.Emit(image).Success);
        image.Position = 0;
        return new AssemblyLoadContext(source, isCollectible: true).LoadFromStream(image).GetTypes()
            .Where(type => type.IsDefined(typeof(FeatureRecordAttribute)));
    }
}
