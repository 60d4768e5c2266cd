using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace TypedExplain.Data.CsvFiles;

/// <summary>
/// Letters with accents as one symbol each (Unicode's form C), where some programs write a letter and an accent. The platform's
/// own <see cref="string.Normalize()"/> does nothing where globalization is invariant, as in many containers.
/// </summary>
internal static class UnicodeComposition
{
    private const int FirstSyllable = 0xAC00, FirstLead = 0x1100, FirstVowel = 0x1161, FirstTrail = 0x11A7;
    private const int Leads = 19, Vowels = 21, Trails = 28;

    /// <summary>For each mark the letters that it may stand on, each followed by the two as one.</summary>
    private static readonly FrozenDictionary<char, string> s_composed = new Dictionary<char, string>
    {
        ['\u0300'] = "AÀEÈIÌNǸOÒUÙWẀYỲaàeèiìnǹoòuùwẁyỳÂẦÊỀÔỒÜǛâầêềôồüǜĂẰăằĒḔēḕŌṐōṑƠỜơờƯỪưừΑᾺΕῈΗῊΙῚΟῸΥῪΩῺαὰεὲηὴιὶοὸυὺωὼϊῒϋῢЕЀИЍеѐиѝἀἂἁἃἈἊἉἋἐἒἑἓἘἚἙἛἠἢἡἣἨἪἩἫἰἲἱἳἸἺἹἻὀὂὁὃὈὊὉὋὐὒὑὓὙὛὠὢὡὣὨὪὩὫ",
        ['\u0301'] = "AÁCĆEÉGǴIÍKḰLĹMḾNŃOÓPṔRŔSŚUÚWẂYÝZŹaácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzźÂẤÅǺÆǼÇḈÊẾÏḮÔỐÕṌØǾÜǗâấåǻæǽçḉêếïḯôốõṍøǿüǘĂẮăắĒḖēḗŌṒōṓŨṸũṹƠỚơớƯỨưứΑΆΕΈΗΉΙΊΟΌΥΎΩΏαάεέηήιίοόυύωώϊΐϋΰϒϓГЃКЌгѓкќἀἄἁἅἈἌἉἍἐἔἑἕἘἜἙἝἠἤἡἥἨἬἩἭἰἴἱἵἸἼἹἽὀὄὁὅὈὌὉὍὐὔὑὕὙὝὠὤὡὥὨὬὩὭ",
        ['\u0302'] = "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶZẐaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑẠẬạậẸỆẹệỌỘọộ",
        ['\u0303'] = "AÃEẼIĨNÑOÕUŨVṼYỸaãeẽiĩnñoõuũvṽyỹÂẪÊỄÔỖâẫêễôỗĂẴăẵƠỠơỡƯỮưữ",
        ['\u0304'] = "AĀEĒGḠIĪOŌUŪYȲaāeēgḡiīoōuūyȳÄǞÆǢÕȬÖȪÜǕäǟæǣõȭöȫüǖǪǬǫǭȦǠȧǡȮȰȯȱΑᾹΙῙΥῩαᾱιῑυῡИӢУӮиӣуӯḶḸḷḹṚṜṛṝ",
        ['\u0306'] = "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭȨḜȩḝΑᾸΙῘΥῨαᾰιῐυῠАӐЕӖЖӁИЙУЎаӑеӗжӂийуўẠẶạặ",
        ['\u0307'] = "AȦBḂCĊDḊEĖFḞGĠHḢIİMṀNṄOȮPṖRṘSṠTṪWẆXẊYẎZŻaȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzżŚṤśṥŠṦšṧſẛṢṨṣṩ",
        ['\u0308'] = "AÄEËHḦIÏOÖUÜWẄXẌYŸaäeëhḧiïoötẗuüwẅxẍyÿÕṎõṏŪṺūṻΙΪΥΫιϊυϋϒϔІЇАӒЕЁЖӜЗӞИӤОӦУӰЧӴЫӸЭӬаӓеёжӝзӟиӥоӧуӱчӵыӹэӭіїӘӚәӛӨӪөӫ",
        ['\u0309'] = "AẢEẺIỈOỎUỦYỶaảeẻiỉoỏuủyỷÂẨÊỂÔỔâẩêểôổĂẲăẳƠỞơởƯỬưử",
        ['\u030A'] = "AÅUŮaåuůwẘyẙ",
        ['\u030B'] = "OŐUŰoőuűУӲуӳ",
        ['\u030C'] = "AǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽaǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzžÜǙüǚƷǮʒǯ",
        ['\u030F'] = "AȀEȄIȈOȌRȐUȔaȁeȅiȉoȍrȑuȕѴѶѵѷ",
        ['\u0311'] = "AȂEȆIȊOȎRȒUȖaȃeȇiȋoȏrȓuȗ",
        ['\u0313'] = "ΑἈΕἘΗἨΙἸΟὈΩὨαἀεἐηἠιἰοὀρῤυὐωὠ",
        ['\u0314'] = "ΑἉΕἙΗἩΙἹΟὉΡῬΥὙΩὩαἁεἑηἡιἱοὁρῥυὑωὡ",
        ['\u031B'] = "OƠUƯoơuư",
        ['\u0323'] = "AẠBḄDḌEẸHḤIỊKḲLḶMṂNṆOỌRṚSṢTṬUỤVṾWẈYỴZẒaạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụvṿwẉyỵzẓƠỢơợƯỰưự",
        ['\u0324'] = "UṲuṳ",
        ['\u0325'] = "AḀaḁ",
        ['\u0326'] = "SȘTȚsștț",
        ['\u0327'] = "CÇDḐEȨGĢHḨKĶLĻNŅRŖSŞTŢcçdḑeȩgģhḩkķlļnņrŗsştţ",
        ['\u0328'] = "AĄEĘIĮOǪUŲaąeęiįoǫuų",
        ['\u032D'] = "DḒEḘLḼNṊTṰUṶdḓeḙlḽnṋtṱuṷ",
        ['\u032E'] = "HḪhḫ",
        ['\u0330'] = "EḚIḬUṴeḛiḭuṵ",
        ['\u0331'] = "BḆDḎKḴLḺNṈRṞTṮZẔbḇdḏhẖkḵlḻnṉrṟtṯzẕ",
        ['\u0342'] = "αᾶηῆιῖυῦωῶϊῗϋῧἀἆἁἇἈἎἉἏἠἦἡἧἨἮἩἯἰἶἱἷἸἾἹἿὐὖὑὗὙὟὠὦὡὧὨὮὩὯ",
        ['\u0345'] = "ΑᾼΗῌΩῼάᾴήῄαᾳηῃωῳώῴἀᾀἁᾁἂᾂἃᾃἄᾄἅᾅἆᾆἇᾇἈᾈἉᾉἊᾊἋᾋἌᾌἍᾍἎᾎἏᾏἠᾐἡᾑἢᾒἣᾓἤᾔἥᾕἦᾖἧᾗἨᾘἩᾙἪᾚἫᾛἬᾜἭᾝἮᾞἯᾟὠᾠὡᾡὢᾢὣᾣὤᾤὥᾥὦᾦὧᾧὨᾨὩᾩὪᾪὫᾫὬᾬὭᾭὮᾮὯᾯὰᾲὴῂὼῲᾶᾷῆῇῶῷ",
        ['\u0653'] = "اآ",
        ['\u0654'] = "اأوؤيئہۂےۓەۀ",
        ['\u0655'] = "اإ",
        ['\u093C'] = "नऩरऱळऴ",
        ['\u09BE'] = "\u09C7\u09CB",
        ['\u09D7'] = "\u09C7\u09CC",
        ['\u0B3E'] = "\u0B47\u0B4B",
        ['\u0B56'] = "\u0B47\u0B48",
        ['\u0B57'] = "\u0B47\u0B4C",
        ['\u0BBE'] = "\u0BC6\u0BCA\u0BC7\u0BCB",
        ['\u0BD7'] = "ஒஔ\u0BC6\u0BCC",
        ['\u0C56'] = "\u0C46\u0C48",
        ['\u0CC2'] = "\u0CC6\u0CCA",
        ['\u0CD5'] = "\u0CBF\u0CC0\u0CC6\u0CC7\u0CCA\u0CCB",
        ['\u0CD6'] = "\u0CC6\u0CC8",
        ['\u0D3E'] = "\u0D46\u0D4A\u0D47\u0D4B",
        ['\u0D57'] = "\u0D46\u0D4C",
        ['\u0DCA'] = "\u0DD9\u0DDA\u0DDC\u0DDD",
        ['\u0DCF'] = "\u0DD9\u0DDC",
        ['\u0DDF'] = "\u0DD9\u0DDE",
        ['\u102E'] = "ဥဦ",
        ['\u1B35'] = "ᬅᬆᬇᬈᬉᬊᬋᬌᬍᬎᬑᬒ\u1B3A\u1B3B\u1B3C\u1B3D\u1B3E\u1B40\u1B3F\u1B41\u1B42\u1B43",
        ['\u3099'] = "うゔかがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼゝゞウヴカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボワヷヰヸヱヹヲヺヽヾ",
        ['\u309A'] = "はぱひぴふぷへぺほぽハパヒピフプヘペホポ",
    }.ToFrozenDictionary();

    /// <summary>The text with every letter and its accents joined.</summary>
    public static string Compose(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        StringBuilder composed = new();
        foreach (char symbol in text)
        {
            if (composed.Length > 0 && Join(composed[^1], symbol) is { } joined)
                composed[^1] = joined;
            else
                composed.Append(symbol);
        }

        return composed.ToString();
    }

    /// <summary>Whether a symbol is a part of a name: a letter, a digit or a mark on one.</summary>
    public static bool IsNamePart(Rune symbol) => Rune.IsLetterOrDigit(symbol)
        || Rune.GetUnicodeCategory(symbol) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static char? Join(char letter, char mark)
    {
        if (s_composed.TryGetValue(mark, out string? pairs))
        {
            for (int i = 0; i < pairs.Length; i += 2)
            {
                if (pairs[i] == letter)
                    return pairs[i + 1];
            }
        }

        return Syllable(letter, mark);
    }

    /// <summary>Korean syllables are counted rather than listed.</summary>
    private static char? Syllable(char first, char second)
    {
        if (first - FirstLead is >= 0 and < Leads and int lead && second - FirstVowel is >= 0 and < Vowels and int vowel)
            return (char)(FirstSyllable + (((lead * Vowels) + vowel) * Trails));
        return first - FirstSyllable is >= 0 and < Leads * Vowels * Trails and int syllable && syllable % Trails == 0 && second - FirstTrail is > 0 and < Trails and int trail
            ? (char)(first + trail)
            : null;
    }
}
