#include "rendering.hpp"

#include "content/cjk.hpp"
#include "content/cjk_emphasis.hpp"

#include <catch2/catch.hpp>

namespace tagwire::content {
namespace {

using Cases = std::vector<std::pair<std::string, std::string>>;

void check_paragraphs(const Cases& cases) {
    for (const auto& [source, html] : cases) {
        CAPTURE(source);
        CHECK(markdown(source) == "<p>" + html + "</p>\n");
    }
}

TEST_CASE("emphasis that begins or ends with punctuation works beside CJK characters") {
    check_paragraphs({
        {"**【重要】**请注意", "<strong>【重要】</strong>请注意"},
        {"他说**“你好”**然后", "他说<strong>“你好”</strong>然后"},
        {"**该星号不会被识别。**这是因为", "<strong>该星号不会被识别。</strong>这是因为"},
        {"这是**「引用」**文本", "这是<strong>「引用」</strong>文本"},
        {"价格**￥100**起", "价格<strong>￥100</strong>起"},
        {"使用**C#**和**F#**语言", "使用<strong>C#</strong>和<strong>F#</strong>语言"},
        {"请看**（注意）**说明", "请看<strong>（注意）</strong>说明"},
        {"**《书名》**的作者", "<strong>《书名》</strong>的作者"},
        {"文字**加粗**文字", "文字<strong>加粗</strong>文字"},
        {"文字*强调*文字", "文字<em>强调</em>文字"},
        {"**“引用”**，继续", "<strong>“引用”</strong>，继续"},
        {"~~【删除】~~后面", "<del>【删除】</del>后面"},
        {"文字~~删除~~文字", "文字<del>删除</del>文字"},
        {"**[链接](https://e.x)**也注意", "<strong><a href=\"https://e.x\">链接</a></strong>也注意"},
        {"**`代码`**也注意", "<strong><code>代码</code></strong>也注意"},
        {"第**①**步", "第<strong>①</strong>步"},
        {"中文**\"bold\"**中文", "中文<strong>\"bold\"</strong>中文"},
        {"**【x】**y", "<strong>【x】</strong>y"},
        {"y**【x】**", "y<strong>【x】</strong>"},
        {"**【x】** y", "<strong>【x】</strong> y"},
        {"版本**v1.2.**更新", "版本<strong>v1.2.</strong>更新"},
        {"**重要：**内容", "<strong>重要：</strong>内容"},
        {"**注意!**内容", "<strong>注意!</strong>内容"},
        {"***【要点】***后", "<em><strong>【要点】</strong></em>后"},
        {"패키지를 **(설치)**합니다", "패키지를 <strong>(설치)</strong>합니다"},
        {"ｱｲｳ**(半角)**ｴ", "ｱｲｳ<strong>(半角)</strong>ｴ"},
        {"𰻞𰻞**（面）**麺", "𰻞𰻞<strong>（面）</strong>麺"},
    });
}

TEST_CASE("underscores stay as CommonMark has them, and so do full width delimiters") {
    check_paragraphs({
        {"文字__加粗__文字", "文字__加粗__文字"},
        {"文字_强调_文字", "文字_强调_文字"},
        {"**_【中】_**文", "**<em>【中】</em>**文"},
        {"文字＊＊加粗＊＊文字", "文字＊＊加粗＊＊文字"},
    });
}

TEST_CASE("blanks beside a run keep their meaning") {
    check_paragraphs({
        {"中 ** 文** 字", "中 ** 文** 字"},
        {"中**　文**字", "中**　文**字"},
        {"**真，** 她", "<strong>真，</strong> 她"},
    });
}

TEST_CASE("an emoji is not a CJK character") {
    check_paragraphs({
        {"字**(x)**😀", "字**(x)**😀"},
        {"字**(x)**字", "字<strong>(x)</strong>字"},
    });
}

TEST_CASE("variation selectors are looked through") {
    check_paragraphs({
        {"塚\xEF\xB8\x80**(U+585A)**字", "塚\xEF\xB8\x80<strong>(U+585A)</strong>字"},
        {"葛\xF3\xA0\x84\x80**(こちら)**城", "葛\xF3\xA0\x84\x80<strong>(こちら)</strong>城"},
        {"**\xE2\x80\x9C\xEF\xB8\x81Git\xE2\x80\x9D\xEF\xB8\x81**Hub",
         "<strong>\xE2\x80\x9C\xEF\xB8\x81Git\xE2\x80\x9D\xEF\xB8\x81</strong>Hub"},
    });
}

TEST_CASE("escaped delimiters stay literal beside CJK characters") {
    check_paragraphs({
        {"中\\*文\\*字", "中*文*字"},
        {"中\\**【文】*字", "中*<em>【文】</em>字"},
        {"中\\\\**【文】**字", "中\\<strong>【文】</strong>字"},
    });
}

TEST_CASE("code, links and raw HTML keep their asterisks and tildes") {
    check_paragraphs({
        {"看`a**【b】**c`码", "看<code>a**【b】**c</code>码"},
        {"看[图](/文*件*.png)吧", "看<a href=\"https://site.example/%E6%96%87*%E4%BB%B6*.png\">图</a>吧"},
        {"看[图](/a \"题*目*字\")吧", "看<a href=\"https://site.example/a\" title=\"题*目*字\">图</a>吧"},
        {"看<abbr title=\"文*件*字\">甲</abbr>吧", "看<abbr title=\"文*件*字\">甲</abbr>吧"},
        {"看[甲*乙*]吧\n\n[甲*乙*]: /u", "看<a href=\"https://site.example/u\">甲<em>乙</em></a>吧"},
    });
    CHECK(markdown("```c\n中**【文】**字\n```\n") == "<pre><code>中**【文】**字\n</code></pre>\n");
    CHECK(markdown("    中~文~字\n") == "<pre><code>中~文~字\n</code></pre>\n");
    CHECK(markdown("<div>中*文*字</div>\n") == "<div>中*文*字</div>\n");
}

TEST_CASE("bullets, thematic breaks, fences and tables are still found beside CJK characters") {
    CHECK(markdown("* 甲\n* 乙") == "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n");
    CHECK(markdown("甲\n\n***\n\n乙") == "<p>甲</p>\n<hr>\n<p>乙</p>\n");
    CHECK(markdown(">~~~文\n>甲\n>~~~\n") == "<blockquote>\n<pre><code>甲\n</code></pre>\n</blockquote>\n");
    CHECK(
        markdown("|**【甲】**乙|\n|-|\n|*（丙）*丁|\n") ==
        "<table>\n<thead>\n<tr>\n<th><strong>【甲】</strong>乙</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><em>（丙）</em>丁</td>\n</tr>\n"
        "</tbody>\n</table>\n");
}

TEST_CASE("without the option, and in HTML, emphasis is CommonMark's") {
    prepare_content();
    BodyOptions options;
    options.cjk_emphasis = false;
    CHECK(render_body("**【重要】**请", options).html == "<p>**【重要】**请</p>\n");
    options = {};
    options.format = BodyFormat::html;
    CHECK(render_body("**【重要】**请", options).html == "**【重要】**请");
}

TEST_CASE("a mark that the source brings is dropped and counted") {
    prepare_content();
    const Body body = render_body("中\xEF\xB7\x90**【文】**字", {});
    CHECK(body.html == "<p>中<strong>【文】</strong>字</p>\n");
    CHECK(body.dropped == 1);
}

TEST_CASE("CJK characters are those of the amendments") {
    for (const char32_t c : {U'中', U'々', U'〇', U'あ', U'ｱ', U'한', U'。', U'（', U'￥', U'₩', U'𠮟', U'ㄱ',
                             U'\x1100', U'\x3099', U'\x3FFFD', U'🈂'}) {
        CAPTURE(static_cast<unsigned>(c));
        CHECK(is_cjk(c));
    }
    for (const char32_t c : {U'a', U'é', U'“', U'…', U'·', U'😀', U'⭐', U'⌚', U'🈯', U'\xFE0F', U'\xFDD0', U'\x40000'}) {
        CAPTURE(static_cast<unsigned>(c));
        CHECK_FALSE(is_cjk(c));
    }
    CHECK(is_hangul(U'글'));
    CHECK_FALSE(is_hangul(U'字'));
}

}  // namespace
}  // namespace tagwire::content
