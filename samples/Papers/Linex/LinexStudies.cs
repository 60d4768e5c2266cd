namespace Papers;

/// <summary>The studies of the LINEX paper.</summary>
public static class LinexStudies
{
    public static IReadOnlyList<IStudy> All { get; } = [new IrisStudy(), new MepsStudy(), new ReviewStudy(), new FashionStudy(), new AblationStudy(), new FigureStudy(), new TimesStudy()];
}
