namespace TypedExplain.Tests.Zoo;

/// <summary>A law that holds for every schema.</summary>
public interface ILaw
{
    void Check<T>()
        where T : IFeatureRecord<T>;
}

/// <summary>One schema of the zoo.</summary>
public abstract class Animal
{
    /// <summary>All schemas, as theory data.</summary>
    public static TheoryData<Animal> All =>
    [
        new Animal<LoanApplication>(),
        new Animal<Numbers>(),
        new Animal<RangedNumbers>(),
        new Animal<OddRanges>(),
        new Animal<Integers>(),
        new Animal<RangedIntegers>(),
        new Animal<Ranks>(),
        new Animal<Times>(),
        new Animal<Household>(),
        new Animal<Address>(),
        new Animal<Spot>(),
        new Animal<Texts>(),
        new Animal<Ignoring>(),
        new Animal<Annotated>(),
        new Animal<Mutable>(),
        new Animal<Point>(),
        new Animal<House>(),
        new Animal<Mixed>(),
        new Animal<Flags>(),
        new Animal<Single>(),
        new Animal<Enums>(),
        new Animal<@class>(),
        new Animal<Outer.Inner.Nested>(),
        new Animal<MissingNumbers>(),
        new Animal<MissingOthers>(),
        new Animal<MissingMembers>(),
        new Animal<MissingPoint>(),
        new Animal<MissingRecords>(),
        new Animal<Branch>(),
        new Animal<MissingArrays>(),
        new Animal<MissingDraws>(),
        new Animal<Recording>(),
        new Animal<Arrays>(),
        new Animal<ImmutableArrays>(),
        new Animal<ArrayScales>(),
        new Animal<Session>(),
        new Animal<Wide>(),
        new Animal<Amounts>(),
        new Animal<Circles>(),
        new Animal<Wind>(),
        new Animal<Observation>(),
        new Animal<ScaledDraws>(),
        new Animal<Encodings>(),
        new Animal<CodesOnly>(),
        new Animal<FewCategories>(),
        new Animal<MissingEncodings>(),
        new Animal<Coded>(),
        new Animal<Draws>(),
        new Animal<DrawsInside>(),
        new Animal<ManyCategories>(),
        new Animal<Tagged<string>>(),
        new Animal<Tagged<DrawMode>>(),
        new Animal<Box<string>.Item<DayOfWeek>>(),
        new Animal<Parcel>(),
        new Animal<Applicant>(),
        new Animal<Vehicle>(),
        new Animal<Truck>(),
        new Animal<Dog>(),
        new Animal<Account>(),
        new Animal<OnlyFlag>(),
        new Animal<OnlyCategory>(),
        new Animal<OnlyRank>(),
        new Animal<OnlyNullable>(),
        new Animal<OnlyDate>(),
        new Animal<OwnNames>(),
        new Animal<Level1>(),
        new Animal<Hidden.Secret>(),
        new Animal<Applying>(),
        new Animal<Job>(),
    ];

    public abstract void Obeys(ILaw law);
}

public sealed class Animal<T> : Animal
    where T : IFeatureRecord<T>
{
    public override void Obeys(ILaw law) => law.Check<T>();

    public override string ToString() => typeof(T).IsGenericType ? $"{typeof(T).Name} of {string.Join(", ", typeof(T).GetGenericArguments().Select(type => type.Name))}" : typeof(T).Name;
}
